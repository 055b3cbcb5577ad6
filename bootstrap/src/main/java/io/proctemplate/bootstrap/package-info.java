/**
 * Settings, object graph, main: the only package that sees everything. {@link io.proctemplate.bootstrap.Server} is the
 * one page on which the parts are put together; nothing else here knows an adapter, and no other module knows this one.
 */
@NullMarked
package io.proctemplate.bootstrap;

import org.jspecify.annotations.NullMarked;
