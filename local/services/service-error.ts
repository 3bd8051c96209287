// An error that Google's documentation describes: the script meets it as an
// `Exception` with this message. Any other error thrown by a service class is
// a fault of the host itself and is reported as one.

export class ServiceError extends Error {
  override name = 'Exception';
}
