package io.proctemplate.application.spi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret as it is stored: HMAC-SHA-256 of it under a salt of its own. Fast on purpose: secrets are random, 256 bits,
 * so guessing them is hopeless whatever one guess costs, and every request pays for one.
 *
 * @param salt hexadecimal
 * @param hash hexadecimal
 */
public record SecretHash(String salt, String hash) {
    private static final String ALGORITHM = "HmacSHA256";

    /** The hash of {@code secret} under {@code salt}, at least one byte in hexadecimal. */
    public static SecretHash of(String secret, String salt) {
        return new SecretHash(salt, HexFormat.of().formatHex(digest(secret, salt)));
    }

    /** Whether {@code secret} is the one; takes the same time for any. */
    public boolean matches(String secret) {
        return MessageDigest.isEqual(digest(secret, salt), HexFormat.of().parseHex(hash));
    }

    /** The hash under which a login's token is stored and found. */
    public static String ofToken(String token) {
        return of(token, "00").hash();
    }

    private static byte[] digest(String secret, String salt) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(salt), ALGORITHM));
            return mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "SecretHash";
    }
}
