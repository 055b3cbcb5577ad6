/**
 * Driven ports: what the application needs of a storage. Every storage passes the {@code StorageContract} and the
 * {@code FamilyStorageContract} in this module's tests.
 */
@NullMarked
package io.proctemplate.application.spi;

import org.jspecify.annotations.NullMarked;
