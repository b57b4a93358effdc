package io.connections.application.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a use case that knows no actor: there is nobody who could have a permission. A rule of
/// architecture demands the reason, and that only the endpoints for strangers use it.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface ServesAnybody {
    /// Why it may, and what keeps it from giving away or taking more than it should.
    String because();
}
