package io.proctemplate.adapter.http;

import io.proctemplate.wire.PermissionWriter;
import io.proctemplate.wire.ViolationWriter;
import io.proctemplate.wire.text.Messages;

/** All that speaks one language. */
record Wording(Messages messages, ViolationWriter violations, PermissionWriter permission) {

    Wording(Messages messages) {
        this(messages, new ViolationWriter(messages), new PermissionWriter(messages));
    }
}
