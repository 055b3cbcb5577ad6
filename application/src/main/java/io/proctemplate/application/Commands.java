package io.proctemplate.application;

import io.proctemplate.application.api.Administered;
import io.proctemplate.application.api.Administered.Reason;
import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.StorageBusy;
import io.proctemplate.application.spi.StorageFailure;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.UnitOfWork;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs an operator's command as one unit of work and says why it could not be carried out. */
record Commands(UnitOfWork unitOfWork) {

    <T> Administered<T> read(Function<Stores, T> work) {
        return ofStorage(() -> done(unitOfWork.read(work)));
    }

    <T> Administered<T> write(Function<Stores, Administered<T>> work) {
        return ofStorage(() -> unitOfWork.write(work));
    }

    /** What comes of {@code work}; {@code onConflict} if a constraint of the store refused it. */
    <T> Administered<T> write(Administered<T> onConflict, Function<Stores, Administered<T>> work) {
        return ofStorage(() -> {
            try {
                return unitOfWork.write(work);
            } catch (Conflict conflict) {
                return onConflict;
            }
        });
    }

    private static <T> Administered<T> ofStorage(Supplier<Administered<T>> work) {
        try {
            return work.get();
        } catch (StorageFailure failure) {
            return refused(Reason.STORAGE_FAILED, "");
        } catch (StorageBusy busy) {
            return refused(Reason.STORAGE_BUSY, "");
        }
    }

    static <T> Administered<T> done(T value) {
        return new Administered.Done<>(value);
    }

    static <T> Administered<T> refused(Reason reason, String subject) {
        return new Administered.Refused<>(reason, subject);
    }
}
