package io.proctemplate.application.api;

import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.audit.RequestId;
import io.proctemplate.domain.template.Scope;
import java.util.List;

/**
 * Who calls, proven, with what it may do, and on what terms it calls.
 *
 * @param app the application
 * @param user the user it speaks for
 * @param requestId by which this request is found in logs and in the audit
 * @param grants the user's rights; nothing else is allowed
 * @param terms how what it asks for is to be carried out
 */
public record Caller(String app, String user, RequestId requestId, List<Grant> grants, Terms terms) {
    public Caller {
        grants = List.copyOf(grants);
    }

    /** One that asks for nothing special. */
    public Caller(String app, String user, RequestId requestId, List<Grant> grants) {
        this(app, user, requestId, grants, Terms.PLAIN);
    }

    /** The same caller on other terms. */
    public Caller on(Terms others) {
        return new Caller(app, user, requestId, grants, others);
    }

    /** Whether the user may do {@code action} in {@code scope}; says nothing about whether the scope exists. */
    public boolean may(Action action, Scope scope) {
        return grants.stream().anyMatch(grant -> grant.covers(action, scope));
    }

    /** Whether the user has any right in the business of {@code scope}, and so may know of what belongs to it. */
    public boolean mayKnowOf(Scope scope) {
        return grants.stream().anyMatch(grant -> grant.reveals(scope));
    }
}
