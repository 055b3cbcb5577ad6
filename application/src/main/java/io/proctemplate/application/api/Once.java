package io.proctemplate.application.api;

/**
 * Has a call carried out once, however often it is sent: its answer is kept together with its effect, and given again.
 *
 * @param key what the sender calls this call by
 * @param requestHash tells what is asked for from anything else
 * @param writing makes the text that is kept of what was done
 */
public record Once(String key, String requestHash, Writing writing) {

    /** Makes a text of what was done, in the words of whoever asked. */
    @FunctionalInterface
    public interface Writing {
        String write(Outcome.Done<?> done);
    }
}
