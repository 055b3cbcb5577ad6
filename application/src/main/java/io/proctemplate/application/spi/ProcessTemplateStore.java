package io.proctemplate.application.spi;

import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.audit.AuditedObject;
import io.proctemplate.domain.template.FunctionKey;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.ProcessTemplateFilter;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.SortField.OfProcessTemplate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps process templates. Each method is a number of statements that does not depend on how many templates, names or
 * rows are handed over.
 */
public interface ProcessTemplateStore {

    /**
     * What the store knows that decides whether templates with these names may be created in {@code scope}; keeps other
     * writers out of the scope until the unit ends, so that what it says stays true, as far as the store can.
     */
    Survey survey(Scope scope, List<String> processNames, List<FunctionKey> functionKeys);

    /** {@code count} ids, rising, never given before; gaps are allowed. */
    List<Long> nextIds(int count);

    /**
     * Keeps new templates, which are of one scope, and the audit of them, if {@link #survey} finds nothing in their way;
     * else it keeps nothing.
     *
     * @return what the survey found
     * @throws Conflict if a name or key is taken in the scope, or its owner is gone, since the survey
     */
    default Survey insertIfClear(List<ProcessTemplate> templates, AuditEvent event, AuditStore audit) {
        Scope scope = templates.get(0).scope();
        List<FunctionKey> keys = templates.stream()
                .map(template -> template.property().functionKey())
                .toList();
        Survey survey =
                survey(scope, templates.stream().map(ProcessTemplate::name).toList(), keys);
        if (survey.isClear(scope)) {
            insert(templates);
            audit.append(
                    event,
                    templates.stream()
                            .map(template -> AuditedObject.of(template.id(), template.name()))
                            .toList());
        }
        return survey;
    }

    /**
     * Keeps new templates.
     *
     * @throws Conflict if a name or key is taken in its scope, or the scope's owner is gone
     */
    void insert(List<ProcessTemplate> templates);

    /** The templates of {@code businessId} with these ids, by rising id; unknown ids are passed over. */
    List<ProcessTemplate> findByIds(long businessId, List<Long> ids);

    Optional<ProcessTemplate> find(long id);

    /**
     * Keeps the changed template.
     *
     * @throws Conflict if its name or key is taken in its scope, or the version before it is not the stored one
     */
    void update(ProcessTemplate revised);

    /**
     * Takes templates away; keeps other writers out of their scopes until the unit ends.
     *
     * @return those of {@code ids} that there were in {@code businessId}, as they were last, by rising id
     */
    List<ProcessTemplate> delete(long businessId, List<Long> ids);

    /** How many templates fit. */
    long count(ProcessTemplateFilter filter);

    /** Hands over the page of the templates that fit, in the page's order, without holding all of them. */
    void list(ProcessTemplateFilter filter, Page<OfProcessTemplate> page, Consumer<ProcessTemplate> receiver);
}
