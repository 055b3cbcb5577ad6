package io.proctemplate.application.api;

import io.proctemplate.domain.audit.RequestId;
import java.util.Optional;

/** Tells who calls. Who has the credentials of an application is proven with it; a user is proven for a call. */
public interface Access {

    /** The code of the application that {@code credentials} prove (wire contract, section 3, checks 2 and 3). */
    Outcome<String> identify(Credentials credentials);

    /**
     * As {@link #identify}, from memory: waits for nothing, neither for a store nor for anybody. Empty where that is not
     * enough to tell, and where nothing is proven.
     */
    Optional<String> recognise(Credentials credentials);

    /**
     * Proves {@code credentials} and that their application may use {@code call} (wire contract, section 3, checks 2–7).
     * What the user may do with the resource is for the use case to ask of the {@link Caller}.
     *
     * @param requestId the id of the request, carried by the caller
     */
    Outcome<Caller> authenticate(Credentials credentials, Call call, RequestId requestId);
}
