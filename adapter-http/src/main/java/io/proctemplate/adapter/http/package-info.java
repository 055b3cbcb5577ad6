/**
 * The API over HTTP: both faces of it and their envelope, on Undertow and its I/O layer XNIO.
 *
 * <p>A request passes {@code Edge} (the I/O thread: id, route, what the header alone can decide) and is from then on a
 * {@code RequestTask}: {@code Readers} find out which application sent it, and in that one's turn {@code Workers} have
 * {@code BodyReading} read it and {@code Desk} carry it out (caller, parameters, endpoint, {@code Envelopes});
 * {@code Transmission} sends the answer. Only {@code Edge}, {@code RequestTask}, {@code BodyReading} and
 * {@code Transmission} touch Undertow's exchange.
 */
@NullMarked
package io.proctemplate.adapter.http;

import org.jspecify.annotations.NullMarked;
