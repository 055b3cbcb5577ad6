package io.proctemplate.wire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldNameTest {

    @ParameterizedTest
    @CsvSource({
        "/bk_biz_id, bk_biz_id",
        "/processes, processes",
        "/processes/3, processes[3]",
        "/processes/3/spec, spec",
        "/processes/3/bk_biz_id, bk_biz_id",
        "/processes/3/spec/bk_biz_id/value, bk_biz_id",
        "/processes/3/spec/proc_num/value, proc_num",
        "/processes/3/spec/proc_num/as_default_value, proc_num.as_default_value",
        "/processes/3/spec/bind_info, bind_info",
        "/processes/3/spec/bind_info/value, bind_info",
        "/processes/3/spec/bind_info/value/0, bind_info[0]",
        "/processes/3/spec/bind_info/value/0/port/value, bind_info[0].port",
        "/processes/3/spec/bind_info/value/12/row_id, bind_info[12].row_id",
        "/processes/3/spec/value, value",
        "/value, value",
        "/process_property, process_property",
        "/process_property/user/value, user",
        "/process_property/bind_info/value/0/port/value, bind_info[0].port",
        "/process_templates/3, process_templates[3]",
        "/page/sort, page.sort",
        "/a~1b~0c, a/b~c",
        "/processes/3/spec/user/extra, user.extra",
        "'', ''",
        "/, ''"
    })
    void fieldIsNamedWithoutItsItemAndWrapping(String pointer, String field) {
        assertThat(FieldName.of(pointer)).isEqualTo(field);
    }
}
