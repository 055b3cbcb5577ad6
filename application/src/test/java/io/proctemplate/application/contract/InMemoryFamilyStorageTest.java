package io.proctemplate.application.contract;

import io.proctemplate.application.spi.UnitOfWork;

class InMemoryFamilyStorageTest implements FamilyStorageContract {
    private final UnitOfWork storage = new InMemoryUnitOfWork();

    @Override
    public UnitOfWork storage() {
        return storage;
    }

    @Override
    public UnitOfWork emptyStorage() {
        return new InMemoryUnitOfWork();
    }
}
