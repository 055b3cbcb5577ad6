package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Lock;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.template.ProcessProperty;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The stored form, which a change of the program may not change. That everything comes back is in the contract. */
class PropertyDocumentTest {

    @Test
    void holdsWhatIsSetAndNoMore() {
        assertThat(PropertyDocument.write(Batches.property("a")))
                .isEqualTo("{\"bk_func_name\":1,\"bk_process_name\":1,"
                        + "\"user\":[null,0],\"work_path\":[\"/data/bkee\",1],\"proc_num\":[2,0],\"auto_start\":[false,1],"
                        + "\"bind_info\":[["
                        + "[1,{\"ip\":[\"2\",1],\"port\":[\"80,8080-8090\",1],\"protocol\":[\"1\",1]}],"
                        + "[2,{\"ip\":[\"2\",1],\"port\":[\"80,8080-8090\",1],\"protocol\":[\"1\",1]}]"
                        + "],1]}");
    }

    @Test
    void tellsAMissingStartParameterFromANullAndAnEmptyOne() {
        assertThat(PropertyDocument.write(withStartParameter(TemplatedField.unset())))
                .isEqualTo("{\"bk_func_name\":1,\"bk_process_name\":1}");
        assertThat(PropertyDocument.write(withStartParameter(TemplatedField.locked(null))))
                .isEqualTo("{\"bk_func_name\":1,\"bk_process_name\":1,\"bk_start_param_regex\":[null,1]}");
        assertThat(PropertyDocument.write(withStartParameter(TemplatedField.free(""))))
                .isEqualTo("{\"bk_func_name\":1,\"bk_process_name\":1,\"bk_start_param_regex\":0}");
    }

    private static ProcessProperty withStartParameter(TemplatedField<String> parameter) {
        FieldSet fields = new FieldSet.Builder(Fields.PROCESS)
                .set(Fields.BK_PROCESS_NAME, TemplatedField.locked("a"))
                .set(Fields.BK_FUNC_NAME, TemplatedField.locked("f"))
                .set(Fields.BK_START_PARAM_REGEX, parameter)
                .build();
        return ProcessProperty.restore(fields, TemplatedField.unset());
    }

    @Test
    void writesEachLockAsANumberOfItsOwn() {
        assertThat(Arrays.stream(Lock.values()).map(PropertyDocument::code)).containsExactly(1, 0, 2);
    }

    /** A newer program may have written it, in a rolling upgrade. */
    @Test
    void passesOverAFieldItDoesNotKnow() {
        String document = "{\"not_yet_known\":[\"x\",1],\"bk_func_name\":1,\"bk_process_name\":1}";

        ProcessProperty read = PropertyDocument.read(document, new KeyColumns("a", "f", ""));

        assertThat(read).isEqualTo(withStartParameter(TemplatedField.unset()));
    }
}
