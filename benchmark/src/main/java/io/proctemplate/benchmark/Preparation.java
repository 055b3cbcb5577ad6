package io.proctemplate.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts into a server what a load needs to find there, through the API itself; what is there already is left alone. */
final class Preparation {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "load-";
    private static final int BATCH = 100;
    /** Enough for the load to be spread over; filling a thousand would take longer than measuring them. */
    private static final int FILLED = 20;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Target target;
    private final Names names;

    Preparation(Target target, Names names) {
        this.target = target;
        this.names = names;
    }

    /** The target with {@code count} service templates of business 1; those that are missing are created. */
    Target withServiceTemplates(int count) throws IOException {
        Map<String, Long> ids = new HashMap<>();
        JsonNode found = call("list_service_template", """
                {"bk_biz_id":1,"search":"%s","page":{"start":0,"limit":999999999}}""".formatted(NAME));
        found.required("info")
                .forEach(each -> ids.put(
                        each.required("name").asString(), each.required("id").asLong()));
        long category = ids.size() < count ? leafCategory() : 0;
        List<String> wanted = IntStream.range(0, count)
                .mapToObj(i -> NAME + String.format(Locale.ROOT, "%05d", i))
                .toList();
        for (String name : wanted) {
            if (!ids.containsKey(name)) {
                ids.put(name, create(name, category));
            }
        }
        return target.with(wanted.stream().map(ids::get).toList());
    }

    private long leafCategory() throws IOException {
        for (JsonNode category :
                call("list_service_category", "{\"bk_biz_id\":1}").required("info")) {
            if (category.required("bk_parent_id").asLong() != 0) {
                return category.required("id").asLong();
            }
        }
        throw new IOException(target.name() + " has no service category to put service templates under");
    }

    private long create(String name, long category) throws IOException {
        return call("create_service_template", """
                        {"bk_biz_id":1,"name":"%s","service_category_id":%d}""".formatted(name, category))
                .required("id")
                .asLong();
    }

    /** The target as {@code workload} needs it: lists need something to list, duplicates a name that is taken. */
    Target readyFor(Workload workload) throws IOException {
        return switch (workload) {
            case CREATE, FAULTY -> target;
            case LIST -> {
                Target few = withFewServiceTemplates();
                for (long id : few.serviceTemplates()) {
                    fill(id);
                }
                yield few;
            }
            case DUPLICATE -> {
                Target few = withFewServiceTemplates();
                for (long id : few.serviceTemplates()) {
                    takeTheName(id);
                }
                yield few;
            }
        };
    }

    private Target withFewServiceTemplates() {
        List<Long> all = target.serviceTemplates();
        return target.with(all.subList(0, Math.min(FILLED, all.size())));
    }

    /** How many process templates a service template has. */
    long count(long serviceTemplate) throws IOException {
        String list = Bodies.list(1).replace(Bodies.SERVICE_TEMPLATE, Long.toString(serviceTemplate));
        return call(Workload.LIST.call(), list).required("count").asLong();
    }

    private void fill(long serviceTemplate) throws IOException {
        for (long count = count(serviceTemplate); count < Bodies.LISTED; count += BATCH) {
            call(Workload.CREATE.call(), numbered(Bodies.of(Workload.CREATE, BATCH), serviceTemplate));
        }
    }

    private String numbered(String body, long serviceTemplate) {
        StringBuilder text = new StringBuilder(body.replace(Bodies.SERVICE_TEMPLATE, Long.toString(serviceTemplate)));
        LongStream.generate(() -> names.take(1))
                .limit(2L * BATCH)
                .forEach(number -> text.replace(
                        text.indexOf(ProcessText.NUMBER),
                        text.indexOf(ProcessText.NUMBER) + ProcessText.DIGITS,
                        Long.toString(number)));
        return text.toString();
    }

    private void takeTheName(long serviceTemplate) throws IOException {
        JsonNode answer = answer(
                Workload.CREATE.call(),
                Bodies.takingTheName().replace(Bodies.SERVICE_TEMPLATE, Long.toString(serviceTemplate)));
        if (!answer.path("result").asBoolean()
                && !Workload.DUPLICATE.isDone(
                        new Answer(Answer.OK, answer.path("code").asLong()))) {
            throw new IOException(target.name() + " cannot be prepared: " + answer);
        }
    }

    /** What {@code call} answers under {@code data}. */
    private JsonNode call(String call, String body) throws IOException {
        JsonNode answer = answer(call, body);
        if (!answer.path("result").asBoolean()) {
            throw new IOException(target.name() + " cannot be prepared: " + call + ": " + answer);
        }
        return answer.required("data");
    }

    private JsonNode answer(String call, String body) throws IOException {
        URI address = target.address().resolve(target.path(Workload.path(call)));
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        target.headers().forEach(line -> {
            String[] header = line.split(":", 2);
            request.header(header[0].strip(), header[1].strip());
        });
        try {
            return JSON.readTree(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (JacksonException e) {
            throw new IOException(target.name() + " does not answer " + call + " with JSON", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
