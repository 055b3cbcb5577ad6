package io.proctemplate.adapter.cli;

import io.proctemplate.application.api.Call;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.audit.AuditAction;
import io.proctemplate.domain.audit.AuditedType;
import io.proctemplate.wire.Rfc3339;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What operators type for things that have a form of their own. */
final class Choices {
    /** Stands for every one. */
    static final String ALL = "all";

    private static final String NONE = "none";
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,5})([smhd])");
    private static final Duration LONGEST = Duration.ofDays(3650);

    private Choices() {}

    /** The calls of a comma list, or none; null for all. */
    static @Nullable Set<Call> calls(String text) {
        if (text.equals(ALL)) {
            return null;
        }
        Set<Call> calls = EnumSet.noneOf(Call.class);
        if (!text.equals(NONE)) {
            for (String name : text.split(",", -1)) {
                calls.add(one(name.strip(), Call.values(), Call::wireName, "call"));
            }
        }
        return calls;
    }

    /** An action; null for all. */
    static @Nullable Action action(String text) {
        return text.equals(ALL) ? null : one(text, Action.values(), Action::wireName, "action");
    }

    static AuditAction done(String text) {
        return one(text, AuditAction.values(), AuditAction::wireName, "action");
    }

    static AuditedType objectType(String text) {
        return one(text, AuditedType.values(), AuditedType::wireName, "type of object");
    }

    /** An instant such as 2026-03-01T08:00:00Z. */
    static Instant time(String text) {
        return Rfc3339.parse(text)
                .orElseThrow(() -> new BadArgument("\"" + text + "\" is no time: as in 2026-03-01T08:00:00Z"));
    }

    private static <T> T one(String name, T[] all, Function<T, String> nameOf, String what) {
        return Arrays.stream(all)
                .filter(one -> nameOf.apply(one).equals(name))
                .findFirst()
                .orElseThrow(() -> new BadArgument("there is no " + what + " \"" + name + "\"; there are "
                        + Arrays.stream(all).map(nameOf).collect(Collectors.joining(", "))));
    }

    /** An id; null for all. */
    static @Nullable Long idOrAll(String text) {
        return text.equals(ALL) ? null : (Long) id(text);
    }

    static long id(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw new BadArgument("\"" + text + "\" is no id: a whole number from 1");
        }
        return Long.parseLong(text);
    }

    /** A duration such as 90s, 15m, 24h or 30d, 0s too. */
    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new BadArgument("\"" + text + "\" is no duration: a number and s, m, h or d, as in 24h");
        }
        long number = Long.parseLong(matcher.group(1));
        Duration duration = switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
        if (duration.compareTo(LONGEST) > 0) {
            throw new BadArgument("\"" + text + "\" is longer than " + LONGEST.toDays() + "d");
        }
        return duration;
    }
}
