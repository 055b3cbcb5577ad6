package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.contract.StorageContract;
import io.proctemplate.application.spi.UnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresqlStorageTest implements StorageContract {
    private final Databases databases = new Databases();
    private final Database shared = databases.open(PostgresqlServer.newDatabase());

    @Override
    public UnitOfWork storage() {
        return shared.unitOfWork();
    }

    @Override
    public UnitOfWork emptyStorage() {
        return databases.open(PostgresqlServer.newDatabase()).unitOfWork();
    }

    @AfterAll
    void closeAll() {
        databases.close();
    }
}
