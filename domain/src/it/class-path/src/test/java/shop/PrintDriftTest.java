package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.proctemplate.domain.instance.Instances;
import org.junit.jupiter.api.Test;

class PrintDriftTest {
    @Test
    void printsWhatIsLockedAndDiffers() {
        assertEquals(
                """
                user: locked to "www", is "root"
                bind_info row 1 ip: locked to "10.0.0.8" (first inner v4), is "10.0.0.7"
                """,
                PrintDrift.drift());
    }

    @Test
    void theLibraryIsOnTheClassPath() {
        assertFalse(Instances.class.getModule().isNamed());
    }
}
