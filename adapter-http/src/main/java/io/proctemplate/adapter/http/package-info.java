/**
 * The API over HTTP: both faces of it, their envelope, texts and JSON, on Undertow and its I/O layer XNIO.
 *
 * <p>A request passes {@code Edge} (the I/O thread: id, route, what the header alone can decide), {@code BodyReading} (a
 * worker, for as long as there are bytes to read), {@code Calls} (parameters, credentials, endpoint) and
 * {@code Envelopes}; {@code Transmission} sends the answer and logs the request. Only {@code Edge}, {@code BodyReading}
 * and {@code Transmission} touch Undertow's exchange.
 */
@NullMarked
package io.proctemplate.adapter.http;

import org.jspecify.annotations.NullMarked;
