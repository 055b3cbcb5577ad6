package io.proctemplate.adapter.http;

/**
 * What one request may take.
 *
 * @param maxBodyBytes how long its body may be
 * @param requestNanos how long it may take to arrive
 * @param idleNanos how long nothing of it may come
 * @param memory where its body is kept
 */
record Limits(long maxBodyBytes, long requestNanos, long idleNanos, BodyMemory memory) {}
