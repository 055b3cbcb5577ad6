package io.proctemplate.application.contract;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Starts work whose end the test waits for later.
 *
 * <p>Each task gets a thread of its own. The common pool, which {@code CompletableFuture} takes by default, may have a
 * single one, and tasks there that wait for each other would wait for ever.
 */
public final class Background {
    private Background() {}

    /** The result of {@code task} to come; a thread that never ends does not keep the tests from ending. */
    public static <T> CompletableFuture<T> start(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, Background::onThreadOfItsOwn);
    }

    private static void onThreadOfItsOwn(Runnable task) {
        Thread thread = new Thread(task, "background of a test");
        thread.setDaemon(true);
        thread.start();
    }
}
