package io.proctemplate.application.api;

import io.proctemplate.domain.access.Grant;
import java.util.List;

/** An operator's dealings with what users may do. What is not granted is denied. */
public interface Rights {

    /** Gives a user a right, on a business and a service template that are there; one it has already changes nothing. */
    Administered<Nothing> grant(AdministeredName user, Grant grant);

    /** Takes exactly this right from the user: a wider one that covers it stays. */
    Administered<Nothing> revoke(String user, Grant grant);

    /** All rights, by user. */
    Administered<List<Holding>> list();

    /** A right and who has it. */
    record Holding(String user, Grant grant) {}
}
