package io.proctemplate.application;

import io.proctemplate.application.api.Secret;
import io.proctemplate.application.spi.RandomBytes;
import io.proctemplate.application.spi.SecretHash;
import java.util.HexFormat;

/** Makes secrets that nobody can guess, and what is kept of them. */
record SecretMint(RandomBytes random) {
    /** 256 bits: what the fast hash counts on. */
    private static final int SECRET_BYTES = 32;

    private static final int SALT_BYTES = 16;

    /** In hexadecimal: it survives every shell, file and query string as it is. */
    Secret secret() {
        return new Secret(hexadecimal(SECRET_BYTES));
    }

    /** The hash of {@code secret} under a salt of its own. */
    SecretHash hash(Secret secret) {
        return SecretHash.of(secret.text(), hexadecimal(SALT_BYTES));
    }

    private String hexadecimal(int count) {
        byte[] bytes = random.next(count);
        if (bytes.length != count) {
            throw new IllegalStateException("not as many random bytes as asked for");
        }
        return HexFormat.of().formatHex(bytes);
    }
}
