package io.proctemplate.application.contract;

import io.proctemplate.application.spi.UnitOfWork;

/** What a test class hands to the contracts it passes. */
public interface StorageUnderTest {

    /** A storage; may be the same for all tests of the class, each works in businesses of its own. */
    UnitOfWork storage();

    /** A storage that holds nothing yet. */
    UnitOfWork emptyStorage();
}
