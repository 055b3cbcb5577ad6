package io.proctemplate.application.api;

/** Tells who calls. */
public interface Access {

    /**
     * Proves {@code credentials} and that their application may use {@code call} (wire contract, section 3, checks 2–7).
     * What the user may do with the resource is for the use case to ask of the {@link Caller}.
     *
     * @param requestId the id of the request, carried by the caller
     */
    Outcome<Caller> authenticate(Credentials credentials, Call call, String requestId);
}
