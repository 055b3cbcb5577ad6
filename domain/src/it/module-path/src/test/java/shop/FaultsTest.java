package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proctemplate.domain.diff.TemplateDiff;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.instance.Instances;
import org.junit.jupiter.api.Test;

class FaultsTest {
    @Test
    void namesEveryFault() {
        Node.Mapping name =
                new Node.Mapping.Builder().put("value", Scalar.of("nginx")).build();
        Node.Mapping spec = new Node.Mapping.Builder()
                .put("bk_func_name", name)
                .put("timeout", Scalar.of(5))
                .build();

        assertEquals("WRONG_TYPE /timeout\nMISSING /bk_process_name/value", Faults.of(spec));
    }

    @Test
    void theLibraryIsAModule() {
        assertEquals("shop", Faults.class.getModule().getName());
        assertEquals("io.proctemplate.domain", Instances.class.getModule().getName());
        assertEquals(Instances.class.getModule(), TemplateDiff.class.getModule());
    }
}
