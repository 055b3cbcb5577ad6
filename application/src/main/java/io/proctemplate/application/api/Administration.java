package io.proctemplate.application.api;

/**
 * What the operator of a deployment may do. No rights are asked: whoever reaches the program's own database may
 * everything, so this is for its owner alone and never for a network.
 *
 * @param businesses what everything belongs to
 * @param apps the applications that may call
 * @param rights what users may do
 * @param logins tokens that prove users
 * @param auditTrail what was done
 */
public record Administration(Businesses businesses, Apps apps, Rights rights, Logins logins, AuditTrail auditTrail) {}
