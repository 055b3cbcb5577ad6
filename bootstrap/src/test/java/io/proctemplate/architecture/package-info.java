/**
 * The rules of the architecture, kept over the main classes of all modules. Each rule has a root package below
 * {@code io.proctemplate.fixtures} with classes that break it.
 */
package io.proctemplate.architecture;
