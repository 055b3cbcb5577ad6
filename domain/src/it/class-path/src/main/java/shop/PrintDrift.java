package shop;

import io.proctemplate.domain.field.BindAddress;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Ports;
import io.proctemplate.domain.field.Protocol;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.instance.Host;
import io.proctemplate.domain.instance.Instances;
import io.proctemplate.domain.instance.Process;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.BindRows;
import io.proctemplate.domain.template.ProcessProperty;
import java.util.List;

public final class PrintDrift {
    private PrintDrift() {}

    /** An nginx that runs as www and listens on the inner address of each host; its command may be changed. */
    static ProcessProperty template() {
        FieldSet row = new FieldSet.Builder(Fields.BIND_ROW)
                .set(Fields.IP, TemplatedField.locked(BindAddress.FIRST_INNER_V4))
                .set(Fields.PORT, TemplatedField.locked(Ports.of("80,443")))
                .set(Fields.PROTOCOL, TemplatedField.locked(Protocol.TCP))
                .build();
        FieldSet fields = new FieldSet.Builder(Fields.PROCESS)
                .set(Fields.BK_FUNC_NAME, TemplatedField.locked("nginx"))
                .set(Fields.BK_PROCESS_NAME, TemplatedField.locked("web"))
                .set(Fields.USER, TemplatedField.locked("www"))
                .set(Fields.START_CMD, TemplatedField.free("nginx -g 'daemon off;'"))
                .build();
        BindRows rows = new BindRows(List.of(new BindRow(1, row)));
        return ProcessProperty.of(fields, TemplatedField.locked(rows)).orThrow();
    }

    /** What somebody made of the process on a host that has moved since. */
    static String drift() {
        Process made = Instances.instantiate(template(), new Host("10.0.0.7", "", "", ""));
        Process found = new Process(
                made.values().toBuilder()
                        .set(Fields.USER, "root")
                        .set(Fields.START_CMD, "nginx")
                        .build(),
                made.rows());
        return Instances.drift(template(), found, new Host("10.0.0.8", "", "", "")).text();
    }

    public static void main(String[] args) {
        System.out.print(drift());
    }
}
