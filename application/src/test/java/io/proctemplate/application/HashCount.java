package io.proctemplate.application;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.Provider;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.MacSpi;

/** Counts how many secrets are hashed, by taking the place of the platform's own implementation. */
final class HashCount {
    private static final String ALGORITHM = "HmacSHA256";
    private static final AtomicLong COUNT = new AtomicLong();

    private HashCount() {}

    static long during(Runnable work) {
        Counting provider = new Counting();
        Security.insertProviderAt(provider, 1);
        try {
            long before = COUNT.get();
            work.run();
            return COUNT.get() - before;
        } finally {
            Security.removeProvider(provider.getName());
        }
    }

    private static final class Counting extends Provider {
        private static final long serialVersionUID = 1;

        Counting() {
            super("Counting", "1", "counts");
            putService(new Service(this, "Mac", ALGORITHM, Counted.class.getName(), List.of(), null) {
                @Override
                public Object newInstance(Object parameter) {
                    return new Counted();
                }
            });
        }
    }

    private static final class Counted extends MacSpi {
        private final Mac real;

        Counted() {
            try {
                real = Mac.getInstance(ALGORITHM, "SunJCE");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected int engineGetMacLength() {
            return real.getMacLength();
        }

        @Override
        protected void engineInit(Key key, AlgorithmParameterSpec parameters) throws InvalidKeyException {
            real.init(key);
        }

        @Override
        protected void engineUpdate(byte input) {
            real.update(input);
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            real.update(input, offset, length);
        }

        @Override
        protected byte[] engineDoFinal() {
            COUNT.incrementAndGet();
            return real.doFinal();
        }

        @Override
        protected void engineReset() {
            real.reset();
        }
    }
}
