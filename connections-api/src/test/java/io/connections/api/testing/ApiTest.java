package io.connections.api.testing;

import io.connections.adapters.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A test of the running service: real PostgreSQL, real tokens. All such tests share one start of
/// the service, so each makes its own data.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(IdentityProviderForTests.class)
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiTest {}
