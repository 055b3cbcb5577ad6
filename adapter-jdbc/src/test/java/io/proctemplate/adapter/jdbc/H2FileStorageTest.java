package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.contract.StorageContract;
import io.proctemplate.application.spi.UnitOfWork;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class H2FileStorageTest implements StorageContract {
    private final Databases databases = new Databases();
    private Path directory;
    private Database shared;

    @BeforeAll
    void open(@TempDir Path directory) {
        this.directory = directory;
        shared = databases.open(config());
    }

    private Config config() {
        return new Config("jdbc:h2:file:" + directory.resolve(UUID.randomUUID().toString()), "sa", "", 10);
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
