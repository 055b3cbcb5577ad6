package io.proctemplate.application;

import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.domain.audit.AuditAction;
import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.audit.AuditedType;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.violation.Violations;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One request under way: who asks for what, and what its sender should know whatever comes of it. Rights are asked here,
 * before anything is told about what exists.
 *
 * @param violations what is wrong with it on the caller's terms, told together with what else is wrong
 * @param permitted gathers where the caller needed rights and had them
 */
record Asked(Caller caller, Call call, Violations warnings, Violations violations, Set<Scope> permitted) {

    Asked(Caller caller, Call call, Violations warnings) {
        this(
                caller,
                call,
                caller.terms().warningsAmong(warnings),
                caller.terms().violations().and(caller.terms().errorsAmong(warnings)),
                new HashSet<>());
    }

    <T> Outcome<T> done(T value) {
        return new Outcome.Done<>(value, warnings);
    }

    <T> Outcome<T> refused(Refusal refusal) {
        return new Outcome.Refused<>(refusal, warnings);
    }

    /** Refused for {@code found} and {@link #violations} or, where there is none, what comes of {@code work}. */
    <T> Outcome<T> unless(Violations found, Supplier<Outcome<T>> work) {
        Violations all = found.and(violations);
        return all.isEmpty() ? work.get() : refused(Refusal.invalid(all));
    }

    /** Refused if anything is wrong on the caller's terms, else what comes of {@code work}. */
    <T> Outcome<T> unlessFaulty(Supplier<Outcome<T>> work) {
        return unless(Violations.none(), work);
    }

    /** The same request with more that its sender should know. */
    Asked with(Violations more) {
        return new Asked(
                caller,
                call,
                warnings.and(caller.terms().warningsAmong(more)),
                violations.and(caller.terms().errorsAmong(more)),
                permitted);
    }

    /** For the audit: what is done for this request at {@code time}. */
    AuditEvent event(Instant time, long businessId, AuditAction action, AuditedType type) {
        return new AuditEvent(time, businessId, caller.requestId(), caller.app(), caller.user(), action, type);
    }

    /** What comes of {@code work}, if the caller has the right in {@code scope}. */
    <T> Outcome<T> ifMay(Scope scope, Supplier<Outcome<T>> work) {
        return ifMayInEach(List.of(scope), work);
    }

    /** What comes of {@code work}, if the caller has the right in each of {@code scopes}. */
    <T> Outcome<T> ifMayInEach(List<Scope> scopes, Supplier<Outcome<T>> work) {
        return scopes.stream()
                .filter(scope -> !may(scope))
                .findFirst()
                .map(scope -> this.<T>refused(Refusal.forbidden(call.action(), scope)))
                .orElseGet(work);
    }

    /**
     * What comes of {@code work}, if the caller has the right in each of {@code scopes} as it had when they were found to be
     * what the call is about; where they are is not told to whoever lost it.
     */
    <T> Outcome<T> ifStillMayIn(Set<Scope> scopes, Supplier<Outcome<T>> work) {
        return scopes.stream()
                .filter(scope -> !may(scope))
                .findFirst()
                .map(scope -> this.<T>refused(Refusal.forbidden(call.action(), Scope.standalone(scope.businessId()))))
                .orElseGet(work);
    }

    /**
     * What comes of {@code work}, if the caller has the right on each of {@code asked} things of a business, of which those
     * in {@code found} are there. One that is not there takes the right in the whole business, and the refusal names that
     * alone: without it there is no telling what is not there from what is somebody else's.
     */
    <T> Outcome<T> ifMayOnEach(long businessId, List<Scope> found, int asked, Supplier<Outcome<T>> work) {
        boolean onEach = found.size() == asked && found.stream().allMatch(this::may);
        return onEach ? work.get() : ifMay(Scope.standalone(businessId), work);
    }

    /**
     * What comes of {@code work} on what was found, of {@code scope}, if the caller has the right on it; where nothing was
     * found, {@code otherwise}, for whoever may know that.
     *
     * @param businessId the business it must be of; null for any, and then what the caller has no right on is not there
     */
    <T, R> Outcome<R> on(
            @Nullable T found,
            Function<T, Scope> scope,
            @Nullable Long businessId,
            Refusal otherwise,
            Function<T, Outcome<R>> work) {
        if (found != null && isOf(businessId, scope.apply(found)) && may(scope.apply(found))) {
            return work.apply(found);
        }
        return businessId == null ? refused(otherwise) : ifMay(Scope.standalone(businessId), () -> refused(otherwise));
    }

    private static boolean isOf(@Nullable Long businessId, Scope scope) {
        return businessId == null || scope.businessId() == businessId;
    }

    private boolean may(Scope scope) {
        boolean may = caller.may(call.action(), scope);
        if (may) {
            permitted.add(scope);
        }
        return may;
    }
}
