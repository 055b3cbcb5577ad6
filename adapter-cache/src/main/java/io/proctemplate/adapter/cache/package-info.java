/**
 * Memory of bounded size for what is looked up again and again, by Caffeine.
 * {@link io.proctemplate.adapter.cache.CaffeineCaches} is the way in.
 */
@NullMarked
package io.proctemplate.adapter.cache;

import org.jspecify.annotations.NullMarked;
