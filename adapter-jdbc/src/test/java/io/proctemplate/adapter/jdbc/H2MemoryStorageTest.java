package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.contract.StorageContract;
import io.proctemplate.application.spi.UnitOfWork;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class H2MemoryStorageTest implements StorageContract {
    private final Databases databases = new Databases();
    private final Database shared = databases.open(config());

    private static Config config() {
        return new Config("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", 10);
    }

    @Override
    public UnitOfWork storage() {
        return shared.unitOfWork();
    }

    @Override
    public UnitOfWork emptyStorage() {
        return databases.open(config()).unitOfWork();
    }

    @AfterAll
    void closeAll() {
        databases.close();
    }
}
