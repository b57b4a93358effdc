/// Use cases of runs as people and applications ask for them. The run engine is apart: what a
/// request asks for it leaves as rows, and what it shows it reads from rows.
@NullMarked
package io.connections.application.run.request;

import org.jspecify.annotations.NullMarked;
