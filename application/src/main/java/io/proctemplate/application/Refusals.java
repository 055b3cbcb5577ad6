package io.proctemplate.application;

import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.spi.StorageBusy;
import io.proctemplate.application.spi.StorageFailure;
import io.proctemplate.domain.violation.Code;
import io.proctemplate.domain.violation.Violations;
import java.util.function.Supplier;

/** What a storage that cannot means to the caller. */
final class Refusals {
    private Refusals() {}

    /** The outcome of {@code work}, or the refusal that fits the storage's failure, with {@code warnings}. */
    static <T> Outcome<T> ofStorage(Violations warnings, Supplier<Outcome<T>> work) {
        try {
            return work.get();
        } catch (StorageFailure failure) {
            return new Outcome.Refused<>(new Refusal.StorageFailed(code(failure.operation())), warnings);
        } catch (StorageBusy busy) {
            return new Outcome.Refused<>(new Refusal.Busy(), warnings);
        }
    }

    private static Code code(StorageFailure.Operation operation) {
        return switch (operation) {
            case READ -> Code.READ_FAILED;
            case WRITE -> Code.INSERT_FAILED;
        };
    }
}
