package io.proctemplate.application.contract;

/**
 * What the application counts on, as tests: a class that implements this interface with its storage passes them. What is
 * shown over one storage that passes holds over every other.
 */
public interface StorageContract
        extends UnitOfWorkContract,
                IdsContract,
                RoundTripContract,
                UniquenessContract,
                SurveyContract,
                OwnerContract,
                RaceContract,
                AccessContract,
                AuditContract,
                IdempotencyContract,
                RevokedRightsContract,
                FamilyStorageContract,
                FamilyRaceContract,
                DeletionRaceContract {}
