/**
 * Driving ports: what callers may ask of the application, one port an aggregate, and what they get. Failures that a
 * caller can cause are values ({@link io.proctemplate.application.api.Refusal}); an exception is a defect.
 */
@NullMarked
package io.proctemplate.application.api;

import org.jspecify.annotations.NullMarked;
