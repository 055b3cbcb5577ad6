package io.proctemplate.application.contract;

import io.proctemplate.application.api.BatchCreate;
import io.proctemplate.application.api.ProcessTemplateDeletion;
import io.proctemplate.application.api.ProcessTemplateQuery;
import io.proctemplate.application.api.ProcessTemplateUpdate;
import io.proctemplate.application.api.ServiceCategoryCommand;
import io.proctemplate.application.api.ServiceTemplateCommand;
import io.proctemplate.application.api.ServiceTemplateQuery;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.template.DraftBatch;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Page.Order;
import io.proctemplate.domain.template.ProcessTemplateFilter;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceCategory;
import io.proctemplate.domain.template.ServiceTemplate;
import io.proctemplate.domain.template.ServiceTemplateFilter;
import io.proctemplate.domain.template.SortField;
import io.proctemplate.domain.template.SortField.OfProcessTemplate;
import io.proctemplate.domain.template.SortField.OfServiceTemplate;
import io.proctemplate.domain.template.SupplierAccounts;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands made of parameters of the right types. The key {@value #UNKNOWN} is one that no call knows and each warns of.
 */
public final class Commands {
    private static final String UNKNOWN = "x";
    private static final Path ROOT = Path.root();

    private Commands() {}

    public static BatchCreate batch(Node.Mapping sent) {
        Violations.Collector out = new Violations.Collector();
        DraftBatch batch = DraftBatch.read(
                new Scope(number(sent, "bk_biz_id"), number(sent, "service_template_id")),
                account(sent, out),
                (Node.Sequence) sent.find("processes"),
                ROOT.member("processes"));
        return new BatchCreate(
                batch, out.errors().and(batch.violations()), warnings(sent).and(batch.warnings()));
    }

    public static ProcessTemplateUpdate updateProcessTemplate(Node.Mapping sent) {
        Long version = sent.find("version") == null ? null : number(sent, "version");
        return new ProcessTemplateUpdate(
                number(sent, "bk_biz_id"),
                number(sent, "process_template_id"),
                (Node.Mapping) sent.find("process_property"),
                version,
                warnings(sent));
    }

    public static ProcessTemplateDeletion deleteProcessTemplates(Node.Mapping sent) {
        return new ProcessTemplateDeletion(
                number(sent, "bk_biz_id"), numbers(sent, "process_templates"), warnings(sent));
    }

    public static ProcessTemplateQuery.ById processTemplate(Node.Mapping sent) {
        return new ProcessTemplateQuery.ById(
                number(sent, "process_template_id"), numberOrNull(sent, "bk_biz_id"), warnings(sent));
    }

    public static ProcessTemplateQuery.Some processTemplates(Node.Mapping sent) {
        Long owner = numberOrNull(sent, "service_template_id");
        List<Long> owners = owner == null ? numbers(sent, "service_template_ids") : List.of(owner);
        List<Long> ids = numbers(sent, "process_template_ids");
        return new ProcessTemplateQuery.Some(
                new ProcessTemplateFilter(number(sent, "bk_biz_id"), orNull(owners), orNull(ids)),
                page(sent, OfProcessTemplate.values(), OfProcessTemplate.ID),
                warnings(sent));
    }

    public static ServiceTemplateCommand.Create createServiceTemplate(Node.Mapping sent) {
        Violations.Collector out = new Violations.Collector();
        String account = account(sent, out);
        return new ServiceTemplateCommand.Create(
                number(sent, "bk_biz_id"),
                ServiceTemplate.readName(text(sent, "name"), ROOT.member("name"), out),
                number(sent, "service_category_id"),
                account,
                out.errors(),
                warnings(sent));
    }

    public static ServiceTemplateCommand.Update updateServiceTemplate(Node.Mapping sent) {
        Violations.Collector out = new Violations.Collector();
        String name = text(sent, "name");
        long category = number(sent, "service_category_id");
        return new ServiceTemplateCommand.Update(
                number(sent, "bk_biz_id"),
                number(sent, "id"),
                name.isEmpty() ? null : ServiceTemplate.readName(name, ROOT.member("name"), out),
                category == 0 ? null : category,
                out.errors(),
                warnings(sent));
    }

    public static ServiceTemplateCommand.Delete deleteServiceTemplate(Node.Mapping sent) {
        return new ServiceTemplateCommand.Delete(
                number(sent, "bk_biz_id"), number(sent, "service_template_id"), warnings(sent));
    }

    public static ServiceTemplateQuery.ById serviceTemplate(Node.Mapping sent) {
        return new ServiceTemplateQuery.ById(
                number(sent, "service_template_id"), numberOrNull(sent, "bk_biz_id"), warnings(sent));
    }

    public static ServiceTemplateQuery.Some serviceTemplates(Node.Mapping sent) {
        long category = number(sent, "service_category_id");
        String search = text(sent, "search");
        ServiceTemplateFilter filter = new ServiceTemplateFilter(
                number(sent, "bk_biz_id"),
                category == 0 ? null : category,
                search.isEmpty() ? null : search,
                sent.find("is_exact") instanceof Scalar.Flag exact && exact.value(),
                orNull(numbers(sent, "service_template_ids")));
        return new ServiceTemplateQuery.Some(
                filter, page(sent, OfServiceTemplate.values(), OfServiceTemplate.ID), warnings(sent));
    }

    public static ServiceCategoryCommand.ListAll serviceCategories(Node.Mapping sent) {
        return new ServiceCategoryCommand.ListAll(number(sent, "bk_biz_id"), warnings(sent));
    }

    public static ServiceCategoryCommand.Create createServiceCategory(Node.Mapping sent) {
        Violations.Collector out = new Violations.Collector();
        String account = account(sent, out);
        return new ServiceCategoryCommand.Create(
                number(sent, "bk_biz_id"),
                ServiceCategory.readName(text(sent, "name"), ROOT.member("name"), out),
                number(sent, "bk_parent_id"),
                account,
                out.errors(),
                warnings(sent));
    }

    public static ServiceCategoryCommand.Update updateServiceCategory(Node.Mapping sent) {
        Violations.Collector out = new Violations.Collector();
        String name = ServiceCategory.readName(text(sent, "name"), ROOT.member("name"), out);
        return new ServiceCategoryCommand.Update(
                number(sent, "bk_biz_id"), number(sent, "id"), name, out.errors(), warnings(sent));
    }

    public static ServiceCategoryCommand.Delete deleteServiceCategory(Node.Mapping sent) {
        return new ServiceCategoryCommand.Delete(number(sent, "bk_biz_id"), number(sent, "id"), warnings(sent));
    }

    private static Violations warnings(Node.Mapping sent) {
        return sent.find(UNKNOWN) == null
                ? Violations.none()
                : Violations.of(List.of(Violation.unknownKey(ROOT.member(UNKNOWN), UNKNOWN)));
    }

    private static String account(Node.Mapping sent, Violations.Collector out) {
        String account = SupplierAccounts.orDefault(text(sent, SupplierAccounts.PARAMETER));
        SupplierAccounts.check(account, ROOT.member(SupplierAccounts.PARAMETER), out);
        return account;
    }

    private static <S extends Enum<S> & SortField> Page<S> page(Node.Mapping sent, S[] fields, S id) {
        Node.Mapping page =
                sent.find("page") instanceof Node.Mapping asked ? asked : new Node.Mapping.Builder().build();
        List<Order<S>> orders = new ArrayList<>();
        String sort = text(page, "sort");
        boolean descending = sort.startsWith("-");
        for (S field : fields) {
            if (field.wireName().equals(descending ? sort.substring(1) : sort)) {
                orders.add(new Order<>(field, descending));
            }
        }
        orders.add(new Order<>(id, true));
        return new Page<>(number(page, "start"), number(page, "limit"), orders);
    }

    private static long number(Node.Mapping sent, String name) {
        Long number = numberOrNull(sent, name);
        return number == null ? 0 : number;
    }

    private static Long numberOrNull(Node.Mapping sent, String name) {
        return sent.find(name) instanceof Scalar.Number number ? number.value() : null;
    }

    private static String text(Node.Mapping sent, String name) {
        return sent.find(name) instanceof Scalar.Text text ? text.value() : "";
    }

    private static List<Long> numbers(Node.Mapping sent, String name) {
        return sent.find(name) instanceof Node.Sequence list
                ? list.items().stream()
                        .map(item -> ((Scalar.Number) item).value())
                        .distinct()
                        .toList()
                : List.of();
    }

    private static <T> List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
