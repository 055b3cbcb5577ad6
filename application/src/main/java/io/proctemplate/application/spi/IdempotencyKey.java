package io.proctemplate.application.spi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The key of a caller for one call, as it is stored: SHA-256 of the application, the user, the call and the word they
 * chose, so that no store has to keep or compare words of any length.
 *
 * @param hash hexadecimal
 */
public record IdempotencyKey(String hash) {

    public static IdempotencyKey of(String app, String user, String call, String word) {
        MessageDigest digest = sha256();
        for (String part : new String[] {app, user, call, word}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return new IdempotencyKey(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
