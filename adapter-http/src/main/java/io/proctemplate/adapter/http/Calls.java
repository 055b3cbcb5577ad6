package io.proctemplate.adapter.http;

import io.proctemplate.adapter.http.Routes.Target;
import io.proctemplate.application.api.Access;
import io.proctemplate.application.api.Caller;
import org.jspecify.annotations.Nullable;

/** Carries out a call once its body is there: parameters, then who calls, then the endpoint. */
final class Calls {
    private final GeneralParameters generalParameters;
    private final Access access;

    Calls(GeneralParameters generalParameters, Access access) {
        this.generalParameters = generalParameters;
        this.access = access;
    }

    /** An answer, and who is proven to have asked. */
    record Answered(Answer answer, @Nullable Caller caller) {}

    /** Carries out what {@code request} asks for with the body of {@code length} bytes. */
    Answered answer(Request request, Target target, byte[] body, int length) {
        try {
            return answer(target.route(), generalParameters.read(request, target, body, length));
        } catch (GeneralParameters.Rejected rejected) {
            return new Answered(new Answer.Rejected(rejected.rejection()), null);
        }
    }

    private Answered answer(Route route, Parameters parameters) {
        return access.authenticate(
                        parameters.credentials(),
                        route.call(),
                        parameters.request().id())
                .fold(
                        proven -> new Answered(route.endpoint().answer(proven.value(), parameters), proven.value()),
                        refused -> new Answered(new Answer.Refused(refused.refusal(), refused.warnings()), null));
    }
}
