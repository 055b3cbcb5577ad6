package io.proctemplate.adapter.http;

import io.proctemplate.adapter.http.HttpServer.KeyStoreFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The key and certificate that the server shows; a client shows none. */
final class TlsContext {
    private TlsContext() {}

    /** @throws IOException if the file cannot be used, with the reason in one line, free of secrets */
    static SSLContext of(KeyStoreFile file) throws IOException {
        try (InputStream in = Files.newInputStream(file.path())) {
            char[] password = file.password().toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(store, password), null, null);
            return context;
        } catch (IOException | GeneralSecurityException failure) {
            throw new IOException("key store " + file.path() + ": " + reason(failure), failure);
        }
    }

    private static KeyManager[] keys(KeyStore store, char[] password) throws IOException, GeneralSecurityException {
        boolean hasKey = false;
        for (var names = store.aliases(); names.hasMoreElements(); ) {
            hasKey |= store.isKeyEntry(names.nextElement());
        }
        if (!hasKey) {
            throw new IOException("it holds no private key");
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private static String reason(Exception failure) {
        if (failure instanceof UnrecoverableKeyException || failure.getCause() instanceof UnrecoverableKeyException) {
            return "the password does not open it";
        }
        String message = String.valueOf(failure.getMessage());
        return failure.getClass() == IOException.class
                ? message.lines().findFirst().orElse("")
                : "cannot be read (" + failure.getClass().getSimpleName() + ")";
    }
}
