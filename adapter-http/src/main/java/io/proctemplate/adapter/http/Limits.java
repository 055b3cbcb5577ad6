package io.proctemplate.adapter.http;

/**
 * What one request may take.
 *
 * @param maxBodyBytes how long its body may be
 * @param requestNanos how long it may take to arrive
 * @param idleNanos how long nothing of it may come
 */
record Limits(long maxBodyBytes, long requestNanos, long idleNanos) {}
