package io.proctemplate.benchmark;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say which servers are measured. Those that may begin with a name are for all servers without it. */
final class TargetOptions {
    private static final String DEMO =
            "X-Bkapi-Authorization: {\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\"," + "\"bk_token\":\"xxx\"}";

    @Option(
            names = "--target",
            paramLabel = "NAME=URL",
            required = true,
            description = "A server: a name for it and http://host:port. Given several times, the servers are compared "
                    + "with the first")
    private Map<String, URI> addresses = new LinkedHashMap<>();

    @Option(
            names = "--header",
            paramLabel = "[NAME=]HEADER",
            description = "A line that each request has, such as credentials. Default: those of the demo data")
    private List<String> headers = List.of();

    @Option(
            names = "--service-templates",
            paramLabel = "[NAME=]FROM-TO",
            description =
                    "Ids of service templates of business 1 to spread the load over; they must exist. Default: 1-1")
    private List<String> serviceTemplates = List.of();

    @Option(
            names = "--prepare",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Spread the load over N service templates of business 1 whose names begin with load-, and create "
                            + "those that are missing; not for servers with --service-templates")
    private int prepare;

    @Option(
            names = "--pid",
            paramLabel = "NAME=PID",
            description = "The process of a server, to tell its use of processor and memory")
    private Map<String, Long> pids = Map.of();

    @Option(
            names = "--database-pid",
            paramLabel = "NAME=PID",
            description = "The process of a server's database, to tell its and its children's use of the processor")
    private Map<String, Long> databasePids = Map.of();

    private record Named(@Nullable String name, String value) {
        /** For one target if it begins with the name of one, else for all. */
        static Named of(String text, Map<String, ?> names) {
            int equals = text.indexOf('=');
            String name = text.substring(0, Math.max(0, equals));
            return names.containsKey(name) ? new Named(name, text.substring(equals + 1)) : new Named(null, text);
        }

        boolean isFor(String target) {
            return name == null || name.equals(target);
        }
    }

    /** The servers, in the order given. */
    List<Target> targets(CommandLine commandLine) {
        List<Target> targets = new ArrayList<>();
        addresses.forEach((name, address) -> {
            try {
                targets.add(target(name, address));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(commandLine, String.valueOf(e.getMessage()));
            }
        });
        return targets;
    }

    /** How many service templates {@code target} is to be prepared with, 0 for none. */
    int prepare(Target target) {
        return valuesFor(target.name(), serviceTemplates).isEmpty() ? prepare : 0;
    }

    private Target target(String name, URI address) {
        List<String> lines = valuesFor(name, headers);
        List<String> ranges = valuesFor(name, serviceTemplates);
        return new Target(
                name,
                address,
                lines.isEmpty() ? List.of(DEMO) : lines,
                ranges.isEmpty() ? List.of(1L) : ids(ranges.get(ranges.size() - 1)),
                pid(pids, name),
                pid(databasePids, name));
    }

    private List<String> valuesFor(String name, List<String> texts) {
        return texts.stream()
                .map(text -> Named.of(text, addresses))
                .filter(named -> named.isFor(name))
                .map(Named::value)
                .toList();
    }

    private static List<Long> ids(String range) {
        String[] ends = range.split("-", 2);
        try {
            long from = Long.parseLong(ends[0]);
            List<Long> ids = LongStream.rangeClosed(from, Long.parseLong(ends[ends.length - 1]))
                    .boxed()
                    .toList();
            if (!ids.isEmpty()) {
                return ids;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a range of ids: " + range, e);
        }
        throw new IllegalArgumentException("an empty range of ids: " + range);
    }

    private static OptionalLong pid(Map<String, Long> pids, String name) {
        Long pid = pids.get(name);
        return pid == null ? OptionalLong.empty() : OptionalLong.of(pid);
    }
}
