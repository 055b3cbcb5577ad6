package io.proctemplate.adapter.http;

import io.proctemplate.adapter.http.HttpServer.IdForm;
import io.proctemplate.application.api.Audit;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.ProcessTemplates;
import io.proctemplate.application.api.ServiceCategories;
import io.proctemplate.application.api.ServiceTemplates;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.wire.ApiObjects;
import io.proctemplate.wire.AuditParameters;
import io.proctemplate.wire.ProcessTemplateParameters;
import io.proctemplate.wire.ServiceCategoryParameters;
import io.proctemplate.wire.ServiceTemplateParameters;
import io.proctemplate.wire.json.JsonFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every call of the API (wire contract, section 5): a new one is one entry here. */
final class CallTable {
    private static final String POST = "POST";
    private static final String PUT = "PUT";
    private static final String DELETE = "DELETE";
    private static final String GET = "GET";
    private static final String PREFIX = Face.NATIVE_PREFIX;

    private final Endpoints endpoints;

    private final Envelopes envelopes;

    CallTable(JsonFormat json, Envelopes envelopes) {
        this.endpoints = new Endpoints(json, envelopes);
        this.envelopes = envelopes;
    }

    List<Route> routes(
            ProcessTemplates processTemplates,
            ServiceTemplates serviceTemplates,
            ServiceCategories serviceCategories,
            Audit audit,
            int maxBatch,
            IdForm esbIds) {
        return Stream.of(
                        of(
                                processTemplates,
                                new BatchCreateEndpoint(processTemplates, maxBatch, esbIds).over(envelopes)),
                        of(serviceTemplates),
                        of(serviceCategories),
                        of(audit))
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> of(ProcessTemplates templates, Endpoint batchCreate) {
        return List.of(
                new Route(Call.BATCH_CREATE_PROC_TEMPLATE, POST, PREFIX + "createmany/proc/proc_template", batchCreate),
                new Route(
                        Call.UPDATE_PROC_TEMPLATE,
                        PUT,
                        PREFIX + "update/proc/proc_template",
                        Endpoints.conditional(endpoints.changedVersion(
                                ProcessTemplateParameters::update,
                                templates::update,
                                ApiObjects::toNode,
                                ProcessTemplate::version))),
                new Route(
                        Call.DELETE_PROC_TEMPLATE,
                        DELETE,
                        PREFIX + "deletemany/proc/proc_template",
                        endpoints.deleted(ProcessTemplateParameters::deletion, templates::delete)),
                new Route(
                        Call.GET_PROC_TEMPLATE,
                        POST,
                        PREFIX + "find/proc/proc_template/id/{process_template_id}",
                        Endpoints.versioned(
                                ProcessTemplateParameters::byId,
                                templates::get,
                                ApiObjects::toNode,
                                ProcessTemplate::version)),
                new Route(
                        Call.LIST_PROC_TEMPLATE,
                        POST,
                        PREFIX + "findmany/proc/proc_template",
                        endpoints.list(ProcessTemplateParameters::some, templates::list, ApiObjects::toNode)));
    }

    private List<Route> of(ServiceTemplates templates) {
        return List.of(
                new Route(
                        Call.CREATE_SERVICE_TEMPLATE,
                        POST,
                        PREFIX + "create/proc/service_template",
                        endpoints.created(ServiceTemplateParameters::creation, templates::create, ApiObjects::toNode)),
                new Route(
                        Call.UPDATE_SERVICE_TEMPLATE,
                        PUT,
                        PREFIX + "update/proc/service_template",
                        endpoints.changed(ServiceTemplateParameters::update, templates::update, ApiObjects::toNode)),
                new Route(
                        Call.GET_SERVICE_TEMPLATE,
                        GET,
                        PREFIX + "find/proc/service_template/{service_template_id}",
                        Endpoints.object(ServiceTemplateParameters::byId, templates::get, ApiObjects::toNode)),
                new Route(
                        Call.LIST_SERVICE_TEMPLATE,
                        POST,
                        PREFIX + "findmany/proc/service_template",
                        endpoints.list(ServiceTemplateParameters::some, templates::list, ApiObjects::toNode)),
                new Route(
                        Call.DELETE_SERVICE_TEMPLATE,
                        DELETE,
                        PREFIX + "delete/proc/service_template",
                        endpoints.deleted(ServiceTemplateParameters::deletion, templates::delete)));
    }

    private List<Route> of(ServiceCategories categories) {
        return List.of(
                new Route(
                        Call.LIST_SERVICE_CATEGORY,
                        POST,
                        PREFIX + "findmany/proc/service_category",
                        endpoints.smallList(ServiceCategoryParameters::all, categories::list, ApiObjects::toNode)),
                new Route(
                        Call.CREATE_SERVICE_CATEGORY,
                        POST,
                        PREFIX + "create/proc/service_category",
                        endpoints.created(ServiceCategoryParameters::creation, categories::create, ApiObjects::toNode)),
                new Route(
                        Call.UPDATE_SERVICE_CATEGORY,
                        PUT,
                        PREFIX + "update/proc/service_category",
                        endpoints.changed(ServiceCategoryParameters::update, categories::update, ApiObjects::toNode)),
                new Route(
                        Call.DELETE_SERVICE_CATEGORY,
                        DELETE,
                        PREFIX + "delete/proc/service_category",
                        endpoints.deleted(ServiceCategoryParameters::deletion, categories::delete)));
    }

    private List<Route> of(Audit audit) {
        return List.of(new Route(
                Set.of(Face.NATIVE),
                Call.AUDIT_LIST,
                POST,
                PREFIX + "findmany/audit_list",
                endpoints.list(AuditParameters::query, audit::list, ApiObjects::toNode)));
    }
}
