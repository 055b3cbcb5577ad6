package io.proctemplate.domain.instance;

import static io.proctemplate.domain.Sent.row;
import static io.proctemplate.domain.Sent.specWithRows;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.domain.field.PortRange;
import io.proctemplate.domain.template.ProcessProperty;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortConflictTest {
    private static ProcessProperty template(Object... rows) {
        return ProcessProperty.draft(specWithRows(rows)).orThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # ip | protocol | ports | ip | protocol | ports | shared
                    1    | 1        | 80    | 1  | 1        | 80    | 80
                    1    | 1        | 80    | 1  | 1        | 81    | -
                    1    | 1        | 80    | 1  | 2        | 80    | -
                    1    | 1        | 80    | 3  | 1        | 80    | -
                    3    | 1        | 80    | 4  | 1        | 80    | -
                    2    | 1        | 80    | 1  | 1        | 80    | 80
                    3    | 1        | 80    | 2  | 1        | 80    | 80
                    4    | 1        | 80    | 2  | 1        | 80    | 80
                    2    | 1        | 80    | 2  | 1        | 80    | 80
                    6    | 3        | 80    | 5  | 3        | 80    | 80
                    7    | 4        | 80    | 6  | 4        | 80    | 80
                    8    | 3        | 80    | 8  | 3        | 80    | 80
                    2    | 1        | 80    | 6  | 3        | 80    | -
                    ''   | 1        | 80    | '' | 1        | 80    | 80
                    ''   | 1        | 80    | 2  | 1        | 80    | -
                    1    | 1        | 1-9,20-30 | 1 | 1     | 10,25-40 | 25-30
                    """)
    void rowsConflictOnOneAddressAndProtocol(
            String ip,
            String protocol,
            String ports,
            String otherIp,
            String otherProtocol,
            String others,
            String shared) {
        ProcessProperty one = template(row(ip, ports, protocol));
        ProcessProperty two = template(row(otherIp, others, otherProtocol));

        assertThat(PortConflict.among(List.of(one, two)))
                .extracting(conflict -> conflict.shared().toString())
                .isEqualTo(shared == null ? List.of() : List.of(shared));
        assertThat(PortConflict.among(List.of(two, one)))
                .extracting(conflict -> conflict.shared().toString())
                .isEqualTo(shared == null ? List.of() : List.of(shared));
    }

    @Test
    void everyPairIsNamedWithItsRowsInOrder() {
        ProcessProperty one = template(row("1", "80", "1"), row("2", "80-90", "1"));
        ProcessProperty two = template(row("3", "85", "1", "row_id", 9));

        assertThat(PortConflict.among(List.of(one, two)))
                .containsExactly(
                        new PortConflict(
                                new PortConflict.Claim(one, one.rows().get(0)),
                                new PortConflict.Claim(one, one.rows().get(1)),
                                new PortRange(80, 80)),
                        new PortConflict(
                                new PortConflict.Claim(one, one.rows().get(1)),
                                new PortConflict.Claim(two, two.rows().get(0)),
                                new PortRange(85, 85)));
    }

    @Test
    void templatesWithoutRowsHaveNone() {
        assertThat(PortConflict.among(List.of())).isEmpty();
        assertThat(PortConflict.among(List.of(template(), template()))).isEmpty();
    }
}
