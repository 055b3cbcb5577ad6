package io.proctemplate.adapter.http;

import io.proctemplate.adapter.http.HttpServer.IdForm;
import io.proctemplate.application.api.ProcessTemplates;
import io.proctemplate.wire.ProcessTemplateParameters;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** {@code batch_create_proc_template} (wire contract, section 4). */
final class BatchCreateEndpoint {
    private final ProcessTemplates processTemplates;
    private final int maxBatch;
    private final IdForm esbIds;

    BatchCreateEndpoint(ProcessTemplates processTemplates, int maxBatch, IdForm esbIds) {
        this.processTemplates = processTemplates;
        this.maxBatch = maxBatch;
        this.esbIds = esbIds;
    }

    Endpoint over(Envelopes envelopes) {
        return new WritingEndpoint<>(
                body -> ProcessTemplateParameters.batch(body, maxBatch),
                processTemplates::createBatch,
                done -> new Answer.Done((json, face) -> writeIds(done.value(), json, face), done.warnings()),
                tried -> new Answer.Done((json, face) -> writeIds(List.of(), json, face), tried.warnings()),
                envelopes);
    }

    /** One list of ids; the ESB face wraps it in another one, except for an empty batch (section 1). */
    private void writeIds(List<Long> ids, JsonGenerator json, Face face) {
        boolean nested = face == Face.ESB && esbIds == IdForm.NESTED && !ids.isEmpty();
        json.writeStartArray();
        if (nested) {
            json.writeStartArray();
        }
        ids.forEach(json::writeNumber);
        if (nested) {
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
