/** Micro-benchmarks of the domain: time and allocation of single steps, without network and database. */
@NullMarked
package io.proctemplate.benchmark.micro;

import org.jspecify.annotations.NullMarked;
