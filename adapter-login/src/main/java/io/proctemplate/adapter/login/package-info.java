/**
 * The platform's login, asked over HTTP about tokens that were not issued here.
 * {@link io.proctemplate.adapter.login.LoginService} is the way in. A token goes into the query of the one request that
 * asks about it and nowhere else: not into a message, a log line or the cause of an exception.
 */
@NullMarked
package io.proctemplate.adapter.login;

import org.jspecify.annotations.NullMarked;
