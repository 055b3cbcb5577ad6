package io.proctemplate.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a server, its database and the load itself take of the machine in the measured time, as far as it can be told. */
final class Use {
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final double KIB_PER_MIB = 1024;

    private final Target target;
    private @Nullable Reading first;
    private @Nullable Reading last;

    Use(Target target) {
        this.target = target;
    }

    private record Reading(OptionalLong server, OptionalLong database, OptionalLong own, OptionalDouble residentMib) {}

    void begin() {
        first = read();
    }

    boolean hasBegun() {
        return first != null;
    }

    /** The first call counts. */
    void end() {
        if (first == null) {
            begin();
        }
        if (last == null) {
            last = read();
        }
    }

    /** The result of a round in which {@code tally} was counted. */
    Result result(Cell cell, Tally tally) {
        if (first == null || last == null) {
            throw new IllegalStateException("a round that did not take place");
        }
        double thousands = tally.doneInTime() * (double) cell.templates() / 1000;
        return Result.of(
                cell,
                tally,
                thousands == 0 ? OptionalDouble.empty() : scaled(first.server, last.server, 1e6 * thousands),
                thousands == 0 ? OptionalDouble.empty() : scaled(first.database, last.database, 1e6 * thousands),
                scaled(first.own, last.own, 1e9 * tally.seconds()),
                last.residentMib);
    }

    private static OptionalDouble scaled(OptionalLong from, OptionalLong to, double divisor) {
        return from.isPresent() && to.isPresent()
                ? OptionalDouble.of((to.getAsLong() - from.getAsLong()) / divisor)
                : OptionalDouble.empty();
    }

    private Reading read() {
        return new Reading(
                nanos(target.pid(), false),
                nanos(target.databasePid(), true),
                nanos(OptionalLong.of(ProcessHandle.current().pid()), false),
                resident(target.pid()));
    }

    /** The processor time of a process. */
    private static OptionalLong nanos(OptionalLong pid, boolean withChildren) {
        if (pid.isEmpty()) {
            return OptionalLong.empty();
        }
        return ProcessHandle.of(pid.getAsLong())
                .map(process ->
                        withChildren ? Stream.concat(Stream.of(process), process.descendants()) : Stream.of(process))
                .map(all -> all.flatMap(each -> each.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toNanos)
                        .sum())
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** The memory that a process holds, on systems that tell it in a file. */
    private static OptionalDouble resident(OptionalLong pid) {
        Path status = Path.of("/proc", pid.isPresent() ? Long.toString(pid.getAsLong()) : "none", "status");
        if (!Files.isReadable(status)) {
            return OptionalDouble.empty();
        }
        try {
            Matcher resident = RESIDENT.matcher(Files.readString(status));
            return resident.find()
                    ? OptionalDouble.of(Long.parseLong(resident.group(1)) / KIB_PER_MIB)
                    : OptionalDouble.empty();
        } catch (IOException gone) {
            return OptionalDouble.empty();
        }
    }
}
