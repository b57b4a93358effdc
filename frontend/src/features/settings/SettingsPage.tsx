import { SegmentedControl, Text, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { PageHead, Section } from '@/components/Frame';
import { useMay } from '@/components/permissions';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

export function SettingsPage() {
  const mayAudit = useMay('audit:read');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <PageHead title={text.settings.title} purpose={text.settings.purpose} />
      <Section title={text.profiles.title}>
        <Link to={paths.properties()} className="row-link">
          <Text fw={500}>{text.properties.title}</Text>
          <Text size="sm" c="dimmed">
            {text.settings.propertiesText}
          </Text>
        </Link>
        <Link to={paths.erasures()} className="row-link">
          <Text fw={500}>{text.erasure.all}</Text>
          <Text size="sm" c="dimmed">
            {text.erasure.settingsText}
          </Text>
        </Link>
      </Section>
      {mayAudit && (
        <>
          <div style={{ height: 24 }} />
          <Section title={text.audit.title}>
            <Link to={paths.audit()} className="row-link">
              <Text fw={500}>{text.audit.title}</Text>
              <Text size="sm" c="dimmed">
                {text.audit.settingsText}
              </Text>
            </Link>
          </Section>
        </>
      )}
      <div style={{ height: 24 }} />
      <Section title={text.connections.title}>
        <Link to={paths.connectionTypes()} className="row-link">
          <Text fw={500}>{text.types.title}</Text>
          <Text size="sm" c="dimmed">
            {text.types.purpose}
          </Text>
        </Link>
      </Section>
      <div style={{ height: 24 }} />
      <Section title={text.objectives.title}>
        <Link to={paths.privacy()} className="row-link">
          <Text fw={500}>{text.privacy.title}</Text>
          <Text size="sm" c="dimmed">
            {text.privacy.settingsText}
          </Text>
        </Link>
      </Section>
      <div style={{ height: 24 }} />
      <Section title={text.labels.title}>
        <Link to={paths.labels()} className="row-link">
          <Text fw={500}>{text.labels.title}</Text>
          <Text size="sm" c="dimmed">
            {text.labels.settingsText}
          </Text>
        </Link>
      </Section>
      <div style={{ height: 24 }} />
      <Section title={text.appearance.title}>
        <SegmentedControl
          m="md"
          aria-label={text.appearance.title}
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme)}
          data={[
            { value: 'light', label: text.appearance.light },
            { value: 'dark', label: text.appearance.dark },
            { value: 'auto', label: text.appearance.system },
          ]}
        />
      </Section>
    </>
  );
}
