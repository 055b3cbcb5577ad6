package io.proctemplate.domain.template;

import io.proctemplate.domain.field.BindAddress;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.PortRange;
import io.proctemplate.domain.field.Ports;
import io.proctemplate.domain.field.Protocol;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who claims which ports among the rows of one process and the processes of one batch. A row that claims a port again,
 * on the same address and protocol, gets a warning that names the first claimant. One row costs at most a walk over the
 * 65 535 bits of a port set, however many rows there are. For one thread.
 */
final class PortClaims {
    private final Map<Endpoint, Claimed> byEndpoint = new HashMap<>();

    private record Endpoint(BindAddress address, Protocol protocol) {}

    /** Claims the ports of {@code rows}, which stand at {@code at}; positions are those of the rows. */
    void claim(BindRows rows, Path at, Violations.Collector out) {
        for (int i = 0; i < rows.rows().size(); i++) {
            BindRow row = rows.rows().get(i);
            Ports ports = row.ports();
            Protocol protocol = row.protocol();
            if (ports != null && protocol != null) {
                Path place = at.row(i).member(Fields.PORT.name()).member(TemplatedField.VALUE);
                byEndpoint
                        .computeIfAbsent(new Endpoint(row.address(), protocol), endpoint -> new Claimed())
                        .claim(ports, place, out);
            }
        }
    }

    /** The claimed ports of one endpoint; each run of them belongs to the row that was first. */
    private static final class Claimed {
        private final BitSet ports = new BitSet();
        private final NavigableMap<Integer, Path> runs = new TreeMap<>();

        void claim(Ports wanted, Path at, Violations.Collector out) {
            Path holder = null;
            for (PortRange range : wanted.ranges()) {
                holder = holder == null ? holder(range) : holder;
            }
            if (holder != null) {
                out.warning(Violation.overlappingRows(at, holder, wanted.toString()));
            }
            wanted.ranges().forEach(range -> take(range, at));
        }

        private @Nullable Path holder(PortRange range) {
            int taken = ports.nextSetBit(range.first());
            return taken < 0 || taken > range.last()
                    ? null
                    : runs.floorEntry(taken).getValue();
        }

        private void take(PortRange range, Path at) {
            int free = ports.nextClearBit(range.first());
            while (free <= range.last()) {
                int taken = ports.nextSetBit(free);
                int end = taken < 0 ? range.last() + 1 : Math.min(taken, range.last() + 1);
                runs.put(free, at);
                ports.set(free, end);
                free = ports.nextClearBit(end);
            }
        }
    }
}
