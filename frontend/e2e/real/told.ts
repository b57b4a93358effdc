/** What the running stack was started with; whoever starts it says so, and nothing is guessed. */
export function told(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: ./connections test starts the stack and sets it`);
  return value;
}

export const sftp = {
  port: told('SFTP_PORT'),
  user: told('SFTP_USER'),
  password: told('SFTP_PASSWORD'),
  folder: told('SFTP_FOLDER'),
};
