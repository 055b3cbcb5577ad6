/**
 * Commands for a server that runs: it owns the file of its embedded database, so it carries them out itself. They come by
 * a socket that only its owner can reach. {@link io.proctemplate.adapter.control.ControlSocket} is the way in, for both
 * ends.
 */
@NullMarked
package io.proctemplate.adapter.control;

import org.jspecify.annotations.NullMarked;
