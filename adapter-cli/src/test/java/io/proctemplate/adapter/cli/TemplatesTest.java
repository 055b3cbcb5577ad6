package io.proctemplate.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.domain.violation.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    private static final String WEB =
            "{\"bk_func_name\":{\"value\":\"nginx\"},\"bk_process_name\":{\"value\":\"web\"}}";
    private static final int MAX_BATCH = 2;

    private static Templates templates(String json) throws SyntaxFault.Fatal {
        return Templates.of(JsonReading.read(json, List.of()).node(), MAX_BATCH);
    }

    private static List<String> said(Templates templates) {
        return templates.violations().list().stream()
                .map(violation -> violation.rule() + " " + violation.path())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[%s]",
                "[{\"spec\":%s}]",
                "[{\"bk_biz_id\":7,\"spec\":%s}]",
                "{\"bk_biz_id\":7,\"processes\":[{\"spec\":%s}]}",
                "{\"bk_biz_id\":7,\"bk_app_secret\":\"s\",\"bk_token\":\"t\",\"processes\":[{\"bk_biz_id\":7,\"spec\":%s}]}"
            })
    void aRequestAndListsOfSpecsHoldTemplates(String document) throws SyntaxFault.Fatal {
        Templates templates = templates(document.formatted(WEB));

        assertThat(said(templates)).isEmpty();
        assertThat(templates.warnings()).isEmpty();
        assertThat(templates.properties())
                .singleElement()
                .matches(property -> property.processName().equals("web"));
    }

    @Test
    void placesAreThoseOfTheDocument() throws SyntaxFault.Fatal {
        assertThat(said(templates("[" + WEB + "," + WEB + "]")))
                .containsExactly("PROCESS_NAME_TAKEN /1/bk_process_name/value", "FUNCTION_TAKEN /1/bk_func_name/value");
        assertThat(said(templates("[{\"spec\":" + WEB + "},{\"spec\":" + WEB + "}]")))
                .containsExactly(
                        "PROCESS_NAME_TAKEN /1/spec/bk_process_name/value",
                        "FUNCTION_TAKEN /1/spec/bk_func_name/value");
    }

    @Test
    void whatTheServerWouldStopAtDoesNotHideTheRest() throws SyntaxFault.Fatal {
        String item = "{\"spec\":" + WEB + "}";

        assertThat(said(templates("{\"bk_biz_id\":[],\"processes\":[" + item + "," + item + ",{\"spec\":{}}]}")))
                .containsExactlyInAnyOrder(
                        "WRONG_TYPE /bk_biz_id",
                        "TOO_MANY /processes",
                        "MISSING /processes/2/spec/bk_func_name/value",
                        "MISSING /processes/2/spec/bk_process_name/value",
                        "PROCESS_NAME_TAKEN /processes/1/spec/bk_process_name/value",
                        "FUNCTION_TAKEN /processes/1/spec/bk_func_name/value");
    }

    @Test
    void aFileOfSomethingElseHoldsNone() throws SyntaxFault.Fatal {
        assertThat(said(templates("\"x\""))).containsExactly("WRONG_TYPE ");
        assertThat(said(templates("[1]"))).containsExactly("WRONG_TYPE /0");
        assertThat(said(templates("{}")))
                .containsExactly("MISSING_PARAMETER /bk_biz_id", "MISSING_PARAMETER /processes");
    }

    @Test
    void itemsMustAgreeAboutTheirBusiness() throws SyntaxFault.Fatal {
        Templates templates =
                templates("[{\"bk_biz_id\":7,\"spec\":" + WEB + "},{\"bk_biz_id\":8,\"spec\":" + WEB + "}]");

        assertThat(templates.violations()).anyMatch(violation -> violation.rule() == Rule.CONTRADICTION);
    }
}
